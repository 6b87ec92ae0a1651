import type { AccountCall, Library } from '../../src/libraries/types';
import { exportName } from '../support/place-names';
import { code, listed } from './markdown';

/** What the calls of a library that log somebody in or out do to the session. */
export function accountsOf({ accountCalls = [] }: Library): string[] {
  return accountCalls.length > 0 ? [accountCalls.map(lineOf).join('\n')] : [];
}

function lineOf(call: AccountCall): string {
  const { does, members = [], exports = [], renewsFrom, callbackTakesOver, skippedBy = [], callbackFrom } = call;
  const names = [...members, ...exports.map(exportName)].map((name) => code(`${name}()`));
  const said = [
    renewsFrom === undefined ? 'gives the session a new id' : `gives the session a new id from ${renewsFrom} on`,
    ...(callbackTakesOver ? ['does nothing by itself where it is given a function'] : []),
    ...skippedBy.map((option) => `leaves the session alone with ${code(`${option}: false`)}`),
    ...(callbackFrom === undefined ? [] : [`throws without a callback from ${callbackFrom} on`]),
  ];
  return `- ${does === 'login' ? 'Login' : 'Logout'} by ${listed(names)}: ${listed(said)}.`;
}
