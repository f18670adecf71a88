import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from './settings';

describe('settings', () => {
  it('has a default for everything', () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      engine: 'sqlite',
      databaseUrl: `file:${resolve('data/warmstart.db')}`,
      dataDir: resolve('data'),
      trustProxy: false,
      guestsPerHour: 120,
      savesPerMinute: 600,
      signInsPerMinute: 30,
    });
  });

  it('puts the SQLite file into the data folder', () => {
    expect(readSettings({ DATA_DIR: '/srv/warmstart' }).databaseUrl).toBe('file:/srv/warmstart/warmstart.db');
  });

  it('sends no e-mail without a fixed address to link to', () => {
    const mail = { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.example' };
    expect(() => readSettings(mail)).toThrow('SMTP_URL needs APP_URL too.');
    expect(readSettings({ ...mail, APP_URL: 'https://a.example' }).mail).toBeDefined();
  });

  it('counts an empty variable as not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '  ' })).toEqual(readSettings({}));
  });

  it.each([
    ['file:./x/y.db', `file:${resolve('x/y.db')}`, 'sqlite'],
    ['file:/x/y.db', 'file:/x/y.db', 'sqlite'],
    ['file:///x/y.db', 'file:/x/y.db', 'sqlite'],
    ['postgres://me@db/warm', 'postgres://me@db/warm', 'postgresql'],
    ['postgresql://me:p@db:5432/warm?schema=public', 'postgresql://me:p@db:5432/warm?schema=public', 'postgresql'],
  ])('reads DATABASE_URL %s', (given, url, engine) => {
    const read = readSettings({ DATABASE_URL: given });
    expect([read.databaseUrl, read.engine]).toEqual([url, engine]);
  });

  it('reads the rest', () => {
    const secret = 's'.repeat(32);
    expect(
      readSettings({
        PORT: '8080',
        HOST: '0.0.0.0',
        APP_URL: 'https://a.example/',
        AUTH_SECRET: secret,
        TRUST_PROXY: 'True',
        GUESTS_PER_HOUR: '5',
        SAVES_PER_MINUTE: '50',
        SIGN_INS_PER_MINUTE: '7',
        SMTP_URL: 'smtp://me:p%40ss@mail.example:587',
        MAIL_FROM: 'Warmstart <warm@a.example>',
        GITHUB_CLIENT_ID: 'gh',
        GITHUB_CLIENT_SECRET: 'gh-secret',
        GOOGLE_CLIENT_ID: 'go',
        GOOGLE_CLIENT_SECRET: 'go-secret',
      }),
    ).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      appUrl: 'https://a.example',
      authSecret: secret,
      trustProxy: true,
      guestsPerHour: 5,
      savesPerMinute: 50,
      signInsPerMinute: 7,
      mail: { smtpUrl: 'smtp://me:p%40ss@mail.example:587', from: 'Warmstart <warm@a.example>' },
      github: { clientId: 'gh', clientSecret: 'gh-secret' },
      google: { clientId: 'go', clientSecret: 'go-secret' },
    });
  });

  it.each([
    ['PORT', 'abc', 'PORT must be a whole number, like 3000 (it is "abc").'],
    ['PORT', '70000', 'PORT must be at most 65535 (it is "70000").'],
    ['PORT', '-1', 'PORT must be a whole number, like 3000 (it is "-1").'],
    ['HOST', 'a b', 'HOST must be an address to listen on, like 127.0.0.1 or 0.0.0.0 (it is "a b").'],
    ['DATABASE_URL', 'mysql://x/y', 'DATABASE_URL must start with file: for SQLite or postgresql:// for PostgreSQL.'],
    ['DATABASE_URL', './x.db', 'DATABASE_URL must start with file: for SQLite or postgresql:// for PostgreSQL.'],
    [
      'DATABASE_URL',
      'postgresql://u:hunter2@db/x?schema=other',
      'DATABASE_URL cannot name another schema than public; give Warmstart a database of its own.',
    ],
    [
      'APP_URL',
      'https://a.example/practice',
      'APP_URL must be an address without a path, like https://practice.example.org (it is "https://a.example/practice").',
    ],
    ['AUTH_SECRET', 'short', 'AUTH_SECRET must have at least 32 characters.'],
    ['TRUST_PROXY', 'maybe', 'TRUST_PROXY must be true or false (it is "maybe").'],
    [
      'SMTP_URL',
      'mail.example:25',
      'SMTP_URL must be an address like smtp://user:password@mail.example.org:587, or smtps:// for TLS from the start.',
    ],
    ['SMTP_URL', 'smtp://me:hunter2@mail.example', 'SMTP_URL needs MAIL_FROM too.'],
    ['MAIL_FROM', 'a@b.example', 'MAIL_FROM needs SMTP_URL too.'],
    [
      'MAIL_FROM',
      'a@b.example, c@d.example',
      'MAIL_FROM must be one address, like warmstart@example.org or Warmstart <warmstart@example.org> (it is "a@b.example, c@d.example").',
    ],
    ['GITHUB_CLIENT_ID', 'x', 'GITHUB_CLIENT_ID needs GITHUB_CLIENT_SECRET too.'],
    ['GITHUB_CLIENT_SECRET', 'hunter2', 'GITHUB_CLIENT_SECRET needs GITHUB_CLIENT_ID too.'],
    ['GOOGLE_CLIENT_SECRET', 'hunter2', 'GOOGLE_CLIENT_SECRET needs GOOGLE_CLIENT_ID too.'],
    ['SIGN_INS_PER_MINUTE', '0', 'SIGN_INS_PER_MINUTE must be a whole number above 0 (it is "0").'],
    ['GUESTS_PER_HOUR', '0', 'GUESTS_PER_HOUR must be a whole number above 0 (it is "0").'],
    ['BETTER_AUTH_SECRETS', '1:abc', 'BETTER_AUTH_SECRETS is not used; set AUTH_SECRET.'],
  ])('refuses %s=%s in one line', (name, value, message) => {
    expect(() => readSettings({ [name]: value })).toThrow(new SettingsError(message));
  });
});
