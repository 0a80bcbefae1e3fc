import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** The area as a reader knows it: "this chart", "the Lab". */
  readonly area: string;
  readonly children: ReactNode;
}
interface ErrorBoundaryState {
  readonly error: Error | undefined;
}

/** Keeps a fault of one area from taking the page down, says what happened and offers another try. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: undefined };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(`Fault in ${this.props.area}:`, error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <Alert color="red" variant="outline" title={`Something went wrong in ${this.props.area}`} role="alert">
        <Stack gap="xs" align="flex-start">
          <Text size="sm">The rest of the page still works, and nothing that was finished is lost.</Text>
          <Code block>{error.message}</Code>
          <Button variant="default" size="xs" onClick={() => this.setState({ error: undefined })}>
            Try again
          </Button>
        </Stack>
      </Alert>
    );
  }
}
