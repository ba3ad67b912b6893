import type { Model } from '../../server/engine/model';

/** `inject(Router)` gives what a constructor would be handed: an instance of the class it names. */
export const angularCore: Model = {
  id: '@angular/core',
  title: 'Angular',
  kind: 'framework',
  packages: ['@angular/core'],
  exports: { inject: 'inject()' },
  types: { 'inject()': { call: { reader: 'instance' } } },
  source: 'Angular 20 documentation, angular.dev/api/core/inject (from memory, 2026-11)',
  examples: {
    finds: [
      [
        "import { inject } from '@angular/core';",
        "import { HttpClient } from '@angular/common/http';",
        'interface User { id: string; email: string; fullName: string }',
        'export class Members {',
        '  private http = inject(HttpClient);',
        '  search(user: User) {',
        "    return this.http.get('/api/search', { params: { email: user.email } }); // ! pii-in-url",
        '  }',
        '}',
      ].join('\n'),
    ],
    silent: [
      [
        "import { inject } from '@angular/core';",
        "import { HttpClient } from '@angular/common/http';",
        'interface User { id: string; email: string; fullName: string }',
        'export class Members {',
        '  private http = inject(HttpClient);',
        '  save(user: User) {',
        "    return this.http.post('/api/members', user);",
        '  }',
        '}',
      ].join('\n'),
    ],
  },
};
