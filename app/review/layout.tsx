import type { ReactNode } from 'react';
import '../bands.css';
import '../board.css';
import './review.css';

export default function ReviewLayout({ children }: { children: ReactNode }) {
  return children;
}
