import type { Action } from '../../../server/engine/model';
import { each } from './functions';

interface Places {
  /** Argument path of the URL; '' when it was given before (an opened request). */
  url: string;
  data?: string[];
  params?: string[];
  /** Argument path, or the option's name in the configuration of the instance. */
  baseUrl?: string;
  returns?: string;
  /** What reads the answer. */
  reader?: string;
}

/** An HTTP request. Headers are left out: they carry the caller's own authorization. */
export function request({ url, data = [], params, baseUrl, returns, reader }: Places): Action {
  return {
    ...(returns ? { returns } : {}),
    ...(reader ? { reader } : {}),
    sink: { kind: 'http', url, data, ...(params ? { params } : {}), ...(baseUrl ? { baseUrl } : {}) },
  };
}

/** Methods `(url, options)` and `(url, body, options)` of clients shaped like axios; `params` is the option's name. */
export function clientMethods(params: string, baseUrl?: string, reader?: string) {
  return {
    ...each(
      ['get', 'delete', 'head', 'options'],
      request({ url: '0', data: ['1.data', '1.body'], params: [`1.${params}`], baseUrl, reader }),
    ),
    ...each(['post', 'put', 'patch'], request({ url: '0', data: ['1'], params: [`2.${params}`], baseUrl, reader })),
  };
}

/** Methods `(url, options)` of clients shaped like got and ky, whose body is one of the options. */
export function optionMethods(params: string, body: string[], baseUrl?: string, returns?: string) {
  const data = body.map((name) => `1.${name}`);
  return each(
    ['get', 'post', 'put', 'patch', 'delete', 'head'],
    request({ url: '0', data, params: [`1.${params}`], baseUrl, returns }),
  );
}
