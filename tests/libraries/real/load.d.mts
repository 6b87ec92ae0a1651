declare const load: (name: string) => Promise<unknown>;
export default load;
