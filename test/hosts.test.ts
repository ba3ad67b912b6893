import { describe, expect, test } from 'vitest';
import { hostKind, hostOf } from '../server/engine/hosts';

const own = ['Crumb.example', '*.bread.example'];

describe('hostKind', () => {
  test.each([
    'https://crumb.example/x',
    'https://api.crumb.example:8443',
    'https://shop.bread.example',
    'crumb.example',
    '/api/x',
    './x',
    '?page=1',
    'api/visits',
  ])('%s is our own', (value) => expect(hostKind(value, own)).toBe('first-party'));

  test.each([
    'http://localhost:3000',
    'http://127.0.0.1/x',
    'http://10.1.2.3',
    'http://172.20.0.2:9200',
    'http://192.168.1.1',
    'http://[::1]:80/',
    'http://redis:6379',
    'https://billing.internal/x',
    'http://visits.default.svc.cluster.local',
  ])('%s is local', (value) => expect(hostKind(value, own)).toBe('local'));

  test.each([
    'https://a.partner.example/x',
    '//cdn.partner.example',
    'ftp://u:p@files.partner.example',
    'a.partner.example',
    'http://172.40.0.2',
  ])('%s is foreign', (value) => expect(hostKind(value, own)).toBe('foreign'));

  test.each(['', 'https://', 'mailto:', 'visits'])('%j is unknown', (value) => expect(hostKind(value, own)).toBe('unknown'));

  test('another host that ends alike is not our own', () => {
    expect(hostKind('https://evilcrumb.example', own)).toBe('foreign');
  });
});

test('hostOf knows the host of an address, without port and account', () => {
  expect(hostOf('https://me:secret@Hooks.Partner.example:8080/x?y=1')).toBe('hooks.partner.example');
  expect(hostOf('/x')).toBe('');
});
