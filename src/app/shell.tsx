import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { BackendBadge } from '../components/layout/backend-badge.tsx';
import { useShown } from '../components/layout/lesson.tsx';
import { useEnvironment } from '../stores/session.ts';
import { ProjectorToggle } from './projector-toggle.tsx';
import { ThemeToggle } from './theme-toggle.tsx';

const screens = [
  { path: '/', name: 'Gallery' },
  { path: '/lab', name: 'Lab' },
] as const;

/** Header, navigation, the one `<main>`, footer; moves the focus to the new screen when the route changes. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else {
      main.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
  }, [path]);
  return (
    <>
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the content
      </a>
      <Header path={path} />
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <div className="page" style={{ paddingBlock: '1rem' }}>
          Film data: MovieLens latest-small by GroupLens, University of Minnesota (F. M. Harper and J. A.
          Konstan, 2015, The MovieLens Datasets: History and Context, ACM TiiS 5(4)), under its own licence.
          Everything computes in this tab: no data leaves it.
        </div>
      </footer>
    </>
  );
}

function Header({ path }: { readonly path: string }) {
  const { report, probing, error, crossOriginIsolated, probe } = useEnvironment((state) => state);
  const nav = useShown('nav');
  const theme = useShown('theme');
  const backend = useShown('backend');
  return (
    <header className="site-header">
      <div>
        <Link href="/" className="site-name">
          RecSec Lab
        </Link>
        {nav && (
          <nav className="site-nav" aria-label="Screens">
            {screens.map((screen) => (
              <Link
                key={screen.path}
                href={screen.path}
                aria-current={isCurrent(screen.path, path) ? 'page' : undefined}
              >
                {screen.name}
              </Link>
            ))}
          </nav>
        )}
        <div className="site-tools">
          {backend && (
            <BackendBadge
              report={report}
              probing={probing}
              error={error?.message}
              isolated={crossOriginIsolated}
              onProbe={() => void probe()}
            />
          )}
          {theme && <ProjectorToggle />}
          {theme && <ThemeToggle />}
        </div>
      </div>
    </header>
  );
}

function isCurrent(screen: string, path: string): boolean {
  return screen === '/' ? path === '/' : path === screen || path.startsWith(`${screen}/`);
}
