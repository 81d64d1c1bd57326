'use client';

export const PrintButton = () => (
  <button type="button" className="btn primary" onClick={() => window.print()}>
    In
  </button>
);
