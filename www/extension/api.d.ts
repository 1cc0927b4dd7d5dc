/**
 * The part of a browser that the extension uses.
 */
import type { FromTab, Opened, Pressed, ToTab } from './messages.d.ts';

interface Event<F> {
  addListener(listener: F): void;
  removeListener(listener: F): void;
}

/** A line to the other side, which says these messages. */
export interface Port<M> {
  name: string;
  postMessage(message: unknown): void;
  disconnect(): void;
  onMessage: Event<(message: M) => void>;
  onDisconnect: Event<() => void>;
}

export interface Browser {
  action: { onClicked: Event<(tab: { id: number; windowId: number }) => void> };
  commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
  runtime: {
    onConnect: Event<(port: Port<ToTab>) => void>;
    onMessage: Event<(message: Pressed | Opened, sender: unknown, answer: (value: unknown) => void) => void>;
    sendMessage(message: Pressed | Opened): Promise<unknown>;
  };
  scripting: {
    executeScript(what: { target: { tabId: number }; files: string[] }): Promise<unknown>;
    insertCSS(what: { target: { tabId: number }; files: string[] }): Promise<void>;
  };
  /** Chromium. */
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  /** Firefox. */
  sidebarAction?: { open(): Promise<void> };
  tabs: {
    connect(tab: number, how: { name: string }): Port<FromTab>;
    update(tab: number, what: { active: boolean }): Promise<unknown>;
  };
  windows: { getCurrent(): Promise<{ id: number }> };
}
