import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Icon } from '../components/layout/icon.tsx';
import { usePreferences } from '../stores/session.ts';

/** Light or dark; the first visit follows the system. */
export function ThemeToggle() {
  const shown = useComputedColorScheme('light');
  const { setColorScheme } = useMantineColorScheme();
  const setTheme = usePreferences((state) => state.setTheme);
  const other = shown === 'dark' ? 'light' : 'dark';
  return (
    <ActionIcon
      variant="subtle"
      size="lg"
      aria-label={`Use the ${other} theme`}
      onClick={() => {
        setColorScheme(other);
        setTheme(other);
      }}
    >
      <Icon name={other === 'dark' ? 'moon' : 'sun'} />
    </ActionIcon>
  );
}
