import type { ComponentType } from 'react';
import type { OpenDeployment } from '../../shared/contract/requests.ts';
import type { MessageId } from '../../shared/i18n/index.ts';

/** What a panel is given: the open deployment it shows. It reads the rest through `renderer/api`. */
export interface PanelProps {
  readonly open: OpenDeployment;
  /** Whether the frame says that the session broke off: the panel then does not say it again. */
  readonly lost: boolean;
}

/** One tab of the frame. */
export interface Panel {
  /** In the address, after the deployment; kebab-case. */
  readonly id: string;
  /** Microsoft's name of the tab. */
  readonly title: MessageId;
  /** The cmdlet without which there is nothing to show: the tab then says why. */
  readonly needs: string;
  /** Whether a deployment's form on this panel holds what was typed and not applied; left out = there is no form to hold it. */
  readonly holdsTyped?: (deployment: string) => boolean;
  readonly Content: ComponentType<PanelProps>;
  /** What is said without that cmdlet, where there is more to say than that the role lacks it. */
  readonly Absent?: ComponentType<PanelProps>;
}
