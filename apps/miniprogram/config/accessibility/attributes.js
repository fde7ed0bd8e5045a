// The accessibility attributes that WeChat knows and that Taro's templates leave out.
const attributes = {
  'aria-role': '',
  'aria-label': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-expanded': '',
  'aria-disabled': '',
  'aria-hidden': '',
  'aria-live': '',
};

const accessibleComponents = Object.fromEntries(
  ['View', 'Text', 'Image', 'Button', 'Input', 'Textarea', 'ScrollView', 'Picker', 'Switch'].map((name) => [
    name,
    attributes,
  ]),
);

module.exports = { accessibleComponents };
