import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { toUrl } from './shared/navigation';

export const angularRouter: Model = {
  id: '@angular/router',
  title: 'Angular Router',
  kind: 'framework',
  packages: ['@angular/router'],
  exports: { Router: 'Router' },
  types: {
    Router: { construct: { returns: 'router' } },
    router: {
      members: { navigate: toUrl('0', '1.queryParams'), navigateByUrl: toUrl('0'), createUrlTree: { content: 'arguments' } },
    },
  },
  source: 'Angular 20 documentation, angular.dev/api/router/Router (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { Router } from '@angular/router';",
        "const go = (router: Router) => router.navigate(['/welcome'], { queryParams: { email: user.email } }); // ! pii-in-url",
        'return go;',
      ),
    ],
    silent: [
      withUser(
        "import { Router } from '@angular/router';",
        "const go = (router: Router) => router.navigate(['/members', user.id]);",
        'return go;',
      ),
    ],
  },
};
