import { Component, type ReactNode } from "react";
import { ProblemBar } from "./ProblemBar";
import { Problem } from "../api/problem";

/** Keeps one page's fault from taking the whole console away. */
export class Guard extends Component<{ children: ReactNode }, { failed: boolean }> {
  state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  render() {
    return this.state.failed
      ? <ProblemBar error={new Problem(500, null)} retry={() => this.setState({ failed: false })} />
      : this.props.children;
  }
}
