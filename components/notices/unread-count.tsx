/**
 * Puts the number of unread notices behind "Notices" in the header, and behind "Menu" on a phone. The header stands in a layout that
 * public pages share, which are made once and know nobody; so the page says the number, as words for the style of the header, and
 * neither a script nor another layout is needed. It goes with the page.
 *
 * @param unread counted to a hundred.
 */
export function UnreadCount({ unread }: { unread: number }) {
  if (unread === 0) return null;
  const [shown, said] = unread >= 100 ? ['100+', '100 or more'] : [`${unread}`, `${unread}`];
  return (
    <style>
      {`:root { --unread: "${shown}" / " ${said} unread"; --unread-notices: "${shown}" / " ${said} unread notice${unread === 1 ? '' : 's'}"; }`}
    </style>
  );
}
