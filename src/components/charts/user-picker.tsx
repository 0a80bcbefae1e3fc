import { Select } from '@mantine/core';

interface UserPickerProps {
  readonly users: readonly { readonly user: number; readonly label: string }[];
  readonly chosen: number | undefined;
  /** Told the user's number as text. */
  readonly onChoose: (user: string | null) => void;
}

/** Whose lists are shown. */
export function UserPicker({ users, chosen, onChoose }: UserPickerProps) {
  return (
    <Select
      label="User"
      searchable
      mb="sm"
      maw={480}
      data={users.map(({ user, label }) => ({ value: String(user), label }))}
      value={chosen === undefined ? null : String(chosen)}
      onChange={onChoose}
      allowDeselect={false}
    />
  );
}
