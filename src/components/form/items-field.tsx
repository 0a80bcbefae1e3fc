import { MultiSelect, NumberInput, Select, Stack, TagsInput } from '@mantine/core';
import type { ItemSelection, ItemsField, Stratum } from '../../core/params/fields.ts';
import { FieldLabel } from './field-label.tsx';
import { useFormScope } from './form-context.tsx';
import { NumberList } from './list-field.tsx';

interface ItemsFieldInputProps {
  readonly field: ItemsField;
  readonly path: string;
  readonly value: unknown;
}

const strata: { readonly [S in Stratum]: string } = {
  head: 'Head: the most popular 5%',
  'upper-torso': 'Upper torso: the next 20%',
  'lower-torso': 'Lower torso: the next 25%',
  tail: 'Tail: the less popular half',
};

const fresh: { readonly [By in ItemSelection['by']]: ItemSelection } = {
  'popularity-rank': { by: 'popularity-rank', ranks: [60] },
  stratum: { by: 'stratum', stratum: 'lower-torso', count: 1 },
  id: { by: 'id', ids: [] },
};

/** Which items: by title where titles are known, else by popularity rank; drawn from a stratum; or by the dataset's own ids. */
export function ItemsFieldInput({ field, path, value }: ItemsFieldInputProps) {
  const { change, problemAt } = useFormScope();
  const selection = (value ?? field.default) as ItemSelection;
  return (
    <Stack gap={6}>
      <Select
        label={<FieldLabel field={field} />}
        description={field.help}
        size="sm"
        allowDeselect={false}
        data={[
          { value: 'popularity-rank', label: 'Chosen items, by popularity' },
          { value: 'stratum', label: 'Random items of one popularity class' },
          { value: 'id', label: "Items named by the dataset's own ids" },
        ]}
        value={selection.by}
        onChange={(by) => by && change(path, fresh[by])}
        error={problemAt(path)}
      />
      <SelectionDetail selection={selection} path={path} />
    </Stack>
  );
}

interface SelectionDetailProps {
  readonly selection: ItemSelection;
  readonly path: string;
}

function SelectionDetail({ selection, path }: SelectionDetailProps) {
  const { change, problemAt, items } = useFormScope();
  switch (selection.by) {
    case 'popularity-rank':
      return items.length > 0 ? (
        <MultiSelect
          label="Items"
          size="sm"
          searchable
          limit={60}
          data={items.map((item) => ({ value: String(item.rank), label: `${item.title} (#${item.rank})` }))}
          value={selection.ranks.map(String)}
          onChange={(ranks) => change(path, { by: 'popularity-rank', ranks: ranks.map(Number) })}
          nothingFoundMessage="No title like this"
          error={problemAt(`${path}.ranks`)}
        />
      ) : (
        <NumberList
          label="Popularity ranks"
          description="1 is the most popular item. Titles appear after the first run."
          value={selection.ranks}
          onChange={(ranks) => change(path, { by: 'popularity-rank', ranks })}
          error={problemAt(`${path}.ranks`)}
        />
      );
    case 'stratum':
      return (
        <>
          <Select
            label="Popularity class"
            size="sm"
            allowDeselect={false}
            data={Object.entries(strata).map(([id, label]) => ({ value: id, label }))}
            value={selection.stratum}
            onChange={(stratum) => stratum && change(`${path}.stratum`, stratum)}
            error={problemAt(`${path}.stratum`)}
          />
          <NumberInput
            label="How many"
            size="sm"
            min={1}
            clampBehavior="none"
            value={selection.count}
            onChange={(count) => change(`${path}.count`, count === '' ? null : Number(count))}
            error={problemAt(`${path}.count`)}
          />
        </>
      );
    case 'id':
      return (
        <TagsInput
          label="Item ids"
          description="As in the dataset's own files; Enter adds one."
          size="sm"
          value={[...selection.ids]}
          onChange={(ids) => change(path, { by: 'id', ids })}
          error={problemAt(`${path}.ids`)}
        />
      );
  }
}
