import { Center, Loader, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Link, Route, Switch } from 'wouter';
import { ErrorBoundary } from '../components/layout/error-boundary.tsx';
import { useTitle } from '../components/layout/use-title.ts';
import { GalleryPage } from '../features/gallery/gallery-page.tsx';
import { useHashQuery } from './hash-location.ts';

const LabPage = lazy(async () => ({ default: (await import('../features/lab/lab-page.tsx')).LabPage }));

/** Route to screen. */
export function Screens() {
  const query = useHashQuery();
  return (
    <Switch>
      <Route path="/">
        <ErrorBoundary area="the Gallery">
          <GalleryPage />
        </ErrorBoundary>
      </Route>
      <Route path="/lab">
        <ErrorBoundary area="the Lab">
          <Suspense fallback={<Waiting />}>
            <LabPage query={query} />
          </Suspense>
        </ErrorBoundary>
      </Route>
      <Route>
        <Missing />
      </Route>
    </Switch>
  );
}

function Waiting() {
  return (
    <Center mih="60vh">
      <Loader role="status" aria-label="Loading the screen" />
    </Center>
  );
}

function Missing() {
  useTitle('No such screen');
  return (
    <Stack className="page" align="flex-start">
      <Title order={1}>There is no screen at this address</Title>
      <Text>
        Go on to the <Link href="/">Gallery</Link> or the <Link href="/lab">Lab</Link>.
      </Text>
    </Stack>
  );
}
