import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Router } from 'wouter';
import { ErrorBoundary } from '../components/layout/error-boundary.tsx';
import { Lesson } from '../components/layout/lesson.tsx';
import { createSession } from '../stores/create-session.ts';
import { SessionContext, usePreferences } from '../stores/session.ts';
import './global.css';
import { currentQuery, useHashPath } from './hash-location.ts';
import { Screens } from './screens.tsx';
import { Shell } from './shell.tsx';
import { theme } from './theme.ts';

/** The page: stores, theme, routes. */
export function App() {
  const [session] = useState(() => createSession(`${location.search}&${currentQuery()}`));
  return (
    <SessionContext value={session}>
      <Themed />
    </SessionContext>
  );
}

function Themed() {
  const [initial] = useState(usePreferences((state) => state.theme));
  const projector = usePreferences((state) => state.projector);
  const hidden = usePreferences((state) => state.hidden);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-projector', projector);
  }, [projector]);
  return (
    <MantineProvider theme={theme} defaultColorScheme={initial}>
      <Lesson hidden={hidden}>
        <Router hook={useHashPath}>
          <Shell>
            <ErrorBoundary area="this screen">
              <Screens />
            </ErrorBoundary>
          </Shell>
        </Router>
      </Lesson>
    </MantineProvider>
  );
}
