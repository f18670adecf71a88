import type { ReactNode } from 'react';
import '../../../bands.css';
import '../../../review/review.css';
import './reviews.css';

export default function ReceivedReviewsLayout({ children }: { children: ReactNode }) {
  return <div data-page="workspace">{children}</div>;
}
