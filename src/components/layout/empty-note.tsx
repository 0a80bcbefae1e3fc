import type { ReactNode } from 'react';
import './layout.css';

/** Says plainly that there is nothing to show, why, and what would fill the place. */
export function EmptyNote({ children }: { readonly children: ReactNode }) {
  return <div className="empty-note">{children}</div>;
}
