import { Button } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';

interface FoldedFieldsProps {
  /** The algorithm whose settings these are. */
  readonly name: string;
  /** A value inside is wrong: the fold opens by itself. */
  readonly wrong: boolean;
  readonly children: ReactNode;
}

/** The settings of a nested algorithm, folded away until asked for or wrong. */
export function FoldedFields({ name, wrong, children }: FoldedFieldsProps) {
  const [asked, setAsked] = useState(false);
  const id = useId();
  const open = asked || wrong;
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setAsked(!asked)}
        mb={open ? 'xs' : 0}
      >
        {open ? `Hide the settings of ${name}` : `Settings of ${name}`}
      </Button>
      <div id={id} className="nested-fields" hidden={!open}>
        {open && children}
      </div>
    </div>
  );
}
