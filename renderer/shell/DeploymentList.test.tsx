// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ReactNode } from 'react';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { BridgeProvider } from '../api/bridge.ts';
import { createMemoryBridge } from '../api/memory-bridge.fixture.ts';
import { createQueryClient } from '../app/App.tsx';
import { DeploymentList } from './DeploymentList.tsx';

const client = createQueryClient();
const bridge = createMemoryBridge({ 'idle.read': () => ({ minutes: null, locked: false }) });
const onAction = vi.fn();

afterEach(() => {
  cleanup();
  client.clear();
});

function deployment(group: string): DeploymentSummary {
  return {
    ...{ id: 'hq', name: 'Contoso HQ', kind: 'server', group, colour: 'grey', user: 'CONTOSO\\ana' },
    ...{ url: 'https://pool.contoso.com/OcsPowershell', scheme: 'negotiate', trust: 'system', connection: '1' },
    ...{ passwordState: 'stored', production: false, readOnly: false },
  };
}

/** `group` null = there is no deployment. */
function List({ group }: { readonly group: string | null }): ReactNode {
  return (
    <BridgeProvider value={bridge}>
      <QueryClientProvider client={client}>
        <DeploymentList
          deployments={group === null ? [] : [deployment(group)]}
          inFront={null}
          onChoose={vi.fn()}
          onAdd={vi.fn()}
          onAction={onAction}
          onSignInAs={vi.fn()}
        />
      </QueryClientProvider>
    </BridgeProvider>
  );
}

it('keeps the menu of a deployment open while the list learns that it stands in another group', () => {
  const list = render(<List group="" />);
  fireEvent.click(screen.getByRole('button', { name: 'Actions for Contoso HQ' }));
  list.rerender(<List group="Contoso" />);
  fireEvent.click(screen.getByRole('menuitem', { name: 'Edit …' }));
  expect(onAction).toHaveBeenCalledWith(deployment('Contoso'), 'edit');
  expect(screen.queryByRole('menu')).toBeNull();
});

it('opens the menu by the right button too, and closes it when the group it moved to is folded', () => {
  const list = render(<List group="Contoso" />);
  fireEvent.click(screen.getByRole('button', { name: 'Contoso, 1 deployment' }));
  list.rerender(<List group="" />);
  fireEvent.contextMenu(screen.getByTitle('Contoso HQ'));
  expect(screen.getByRole('menu')).toBeDefined();
  list.rerender(<List group="Contoso" />);
  expect(screen.queryByRole('menu')).toBeNull();
});

describe('a menu that was closed with its row', () => {
  it('does not come up by itself when the group it moved to is unfolded', () => {
    const list = render(<List group="Contoso" />);
    fireEvent.click(screen.getByRole('button', { name: 'Contoso, 1 deployment' }));
    list.rerender(<List group="" />);
    fireEvent.contextMenu(screen.getByTitle('Contoso HQ'));
    list.rerender(<List group="Contoso" />);
    fireEvent.click(screen.getByRole('button', { name: 'Contoso, 1 deployment' }));
    expect(screen.getByTitle('Contoso HQ')).toBeDefined();
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('does not come up by itself when the deployment is listed again', () => {
    const list = render(<List group="" />);
    fireEvent.contextMenu(screen.getByTitle('Contoso HQ'));
    list.rerender(<List group={null} />);
    list.rerender(<List group="" />);
    expect(screen.getByTitle('Contoso HQ')).toBeDefined();
    expect(screen.queryByRole('menu')).toBeNull();
  });
});
