import { useEffect } from 'react';
import { choice } from '@curtain/people';
import { countVisit } from '@curtain/visits';

export function Programme({ plays }: { plays: string[] }) {
  useEffect(() => {
    if (choice.allowsCounting()) countVisit('programme');
  }, []);
  return (
    <ul>
      {plays.map((play) => (
        <li key={play}>{play}</li>
      ))}
    </ul>
  );
}
