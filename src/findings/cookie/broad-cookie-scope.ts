import type { TSESTree } from '@typescript-eslint/utils';
import { constantOf, possibleValuesOf } from '../../model/dataflow/values';
import { refusedCookiesIn } from './browser-rejected-cookie';
import type { FileContext } from '../../model/file/file-context';
import type { SessionCookie } from '../../model/cookie/session-cookies';
import { sessionCookiesIn } from '../../model/cookie/session-cookies';

/** A session cookie that every host below a domain is sent. */
export interface BroadScope {
  site: SessionCookie;
  /** The domain where it is written; the whole text of a header. */
  node: TSESTree.Node;
  /** How the library calls the option. */
  option: string;
  /** The domain, without the dot some write before it. */
  domain: string;
}

/** The domains of a file's session cookies that all their subdomains share; one that nobody can read is none. */
export function broadScopesIn(file: FileContext): BroadScope[] {
  const found = new Map<TSESTree.Node, BroadScope>();
  const refused = new Set(refusedCookiesIn(file).map(({ node }) => node));
  for (const site of sessionCookiesIn(file)) {
    const option = site.attributes.domain?.path.join('.');
    for (const { node, text } of option === undefined ? [] : domainsOf(site, file)) {
      if (!isShared(text) || found.has(node) || refused.has(node)) continue;
      found.set(node, { site, node, option: option ?? '', domain: text.replace(/^\./, '') });
    }
  }
  return [...found.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

interface Domain {
  node: TSESTree.Node;
  text: string;
}

function domainsOf(site: SessionCookie, file: FileContext): Domain[] {
  if (site.kind === 'header') {
    const key = site.attributes.domain?.path[0];
    const said = key === undefined ? null : site.text.attribute(key);
    return said?.state === 'set' && said.value !== null ? [{ node: site.text.node, text: said.value }] : [];
  }
  const reading = site.read('domain');
  if (reading?.state !== 'set') return [];
  const nodes = [reading, ...reading.others].flatMap((one) => (one.state === 'set' ? [one.node] : []));
  return nodes
    .flatMap((node) => possibleValuesOf(node, file))
    .flatMap(({ node }) => {
      const text = constantOf(node, file)?.value;
      return typeof text === 'string' ? [{ node, text }] : [];
    });
}

/** Below these a registered name has one label more: `example.co.uk`. */
const secondLevel = /^(?:co|com|net|org|gov|edu|ac|or|ne|go|gob|gouv|govt|nom|id|me|ltd|plc|sch|nhs)\.[a-z]{2}$/;

/** A registered domain, or one with a dot before it; `app.example.com` is shared by few, `localhost` by nobody. */
function isShared(text: string): boolean {
  const host = text.trim().toLowerCase().replace(/^\./, '').replace(/:\d+$/, '');
  if (!host.includes('.') || /^[\d.]+$/.test(host) || /(?:^|\.)(?:localhost|local|test|internal|invalid)$/.test(host))
    return false;
  const labels = host.split('.');
  const registered = secondLevel.test(labels.slice(-2).join('.')) ? 3 : 2;
  return text.trim().startsWith('.') || labels.length <= registered;
}
