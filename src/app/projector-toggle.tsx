import { Button } from '@mantine/core';
import { usePreferences } from '../stores/session.ts';

/** Larger type for a room. */
export function ProjectorToggle() {
  const projector = usePreferences((state) => state.projector);
  const setProjector = usePreferences((state) => state.setProjector);
  return (
    <Button
      variant={projector ? 'light' : 'subtle'}
      size="compact-sm"
      aria-pressed={projector}
      onClick={() => setProjector(!projector)}
      visibleFrom="xs"
    >
      Projector
    </Button>
  );
}
