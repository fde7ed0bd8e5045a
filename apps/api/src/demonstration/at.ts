/** The item of a list that a plan counts on. @throws {RangeError} when the plan and the list do not fit together. */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError('the demonstration data do not fit together');
  return item;
}
