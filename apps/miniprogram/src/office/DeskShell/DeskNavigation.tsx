import type { RoleName } from '@lianxin/shared';
import { Button, Drawer, Menu, type MenuProps } from 'antd';
import { useState } from 'react';
import { replacePage } from '@/navigation';
import { type DeskSection, deskSections } from './desks';

interface DeskNavigationProps {
  readonly role: RoleName | undefined;
  /** Address of the page that is open. */
  readonly url: string;
  readonly wide: boolean;
}

function menuItems(sections: readonly DeskSection[]): MenuProps['items'] {
  return sections.flatMap(({ group, label, desks }) => {
    const items = desks.map((desk) => ({ key: desk.url, label: desk.label }));
    return label ? [{ key: group, type: 'group' as const, label, children: items }] : items;
  });
}

/** The desk's navigation: at the side of a wide screen; on a phone behind a button, so that the work has the screen. */
export function DeskNavigation({ role, url, wide }: DeskNavigationProps) {
  const [open, setOpen] = useState(false);
  const menu = (
    <Menu
      theme={wide ? 'dark' : 'light'}
      mode="inline"
      inlineIndent={16}
      selectedKeys={[url]}
      items={menuItems(deskSections(role))}
      onClick={({ key }) => {
        setOpen(false);
        if (key !== url) replacePage(key);
      }}
    />
  );
  if (wide) {
    return (
      <nav className="desk__nav" aria-label="工作台导航">
        {menu}
      </nav>
    );
  }
  return (
    <>
      <Button ghost aria-haspopup="dialog" onClick={() => setOpen(true)}>
        菜单
      </Button>
      <Drawer open={open} title="菜单" placement="left" width={280} onClose={() => setOpen(false)}>
        <nav aria-label="工作台导航">{menu}</nav>
      </Drawer>
    </>
  );
}
