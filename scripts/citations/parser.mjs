export async function measureParser() {
  return {};
}
