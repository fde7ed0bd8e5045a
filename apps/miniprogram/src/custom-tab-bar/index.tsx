/** WeChat asks for this component where the bar is our own; the bar itself is part of the Page component. */
export default function CustomTabBar() {
  return null;
}
