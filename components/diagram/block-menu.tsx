'use client';

import { Menu } from '@base-ui/react/menu';
import { type RefObject, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { type Block, PALETTE } from '@/lib/core/diagram/palette';

/** The palette: parts of an ML system by name, in a menu that the keyboard can work. */
export function BlockMenu({
  onInsert,
  disabled,
  returnTo,
}: {
  onInsert: (block: Block) => void;
  disabled: boolean;
  /** Where the focus goes once a block is in; without one it goes back to the button. */
  returnTo: RefObject<HTMLElement | null>;
}) {
  const hasChosen = useRef(false);
  // A menu at the end of the body would stand outside of all landmarks.
  const [main, setMain] = useState<HTMLElement | null>(null);
  const choose = (block: Block) => {
    hasChosen.current = true;
    onInsert(block);
  };
  return (
    <Menu.Root
      modal={false}
      onOpenChange={(open) => {
        if (!open) return;
        hasChosen.current = false;
        setMain(document.querySelector('main'));
      }}
    >
      <Menu.Trigger className={buttonClass('quiet', 'small')} disabled={disabled}>
        Insert a block
      </Menu.Trigger>
      <Menu.Portal {...(main ? { container: main } : {})}>
        <Menu.Positioner className="z-30" side="bottom" align="start" sideOffset={4} collisionPadding={8}>
          <Menu.Popup className="diagram-menu" finalFocus={() => (hasChosen.current ? returnTo.current : true)}>
            {PALETTE.map(({ label, blocks }) => (
              <Menu.Group key={label} className="break-inside-avoid pb-2">
                <Menu.GroupLabel className="label-text px-2 pt-1 pb-0.5">{label}</Menu.GroupLabel>
                {blocks.map((block) => (
                  <Menu.Item key={block.id} className="diagram-menu-item" onClick={() => choose(block)}>
                    {block.label}
                  </Menu.Item>
                ))}
              </Menu.Group>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
