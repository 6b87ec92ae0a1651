export async function doctor(_folder: string, _isJson: boolean, _out: (text: string) => void): Promise<number> {
  return 0;
}
