import { expect, it } from 'vitest';
import { lint, shown } from '../support/lint';

/** What AdonisJS hands to a method of a controller, by the names in its context. */
const inController = (method: string, from = '@adonisjs/core/http'): string[] =>
  shown(
    lint(`import type { HttpContext } from '${from}';\nexport default class SessionController {\n${method}\n}`, {
      filename: 'session_controller.ts',
    }),
  );

it('a session taken out of the context is the session', () => {
  const store =
    'async store({ request, session }: HttpContext) {\nconst tokens = await exchange(request.input("code"));\nsession.put("accessToken", tokens.access_token);\n}';
  expect(inController(store)).toEqual(['no-secret-in-session 5']);
});

it('other data of it is left alone, and so are the contexts of others', () => {
  expect(inController('async store({ session }: HttpContext) {\nsession.put("theme", "dark");\n}')).toEqual([]);
  expect(
    inController(
      'async store({ session }: HttpContext) {\nsession.put("accessToken", tokens.access_token);\n}',
      '#tests/context',
    ),
  ).toEqual([]);
  expect(
    inController(
      'async store({ driver }: HttpContext) {\nconst session = driver.session();\nsession.put("accessToken", token);\n}',
    ),
  ).toEqual([]);
});
