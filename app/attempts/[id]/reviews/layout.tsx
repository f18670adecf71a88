import type { ReactNode } from 'react';
import '../../../review/review.css';
import './reviews.css';

export default function ReceivedReviewsLayout({ children }: { children: ReactNode }) {
  return <div data-page="workspace">{children}</div>;
}
