// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.examples.shell.syntax;

import java.util.List;

/** A parsed command line: pipelines, run one after the other as their connectors say. */
public record Script(List<Step> steps) {

  public Script {
    steps = List.copyOf(steps);
  }

  /** When a step runs, by the status of what ran before. */
  public enum Connector {
    ALWAYS,
    ON_SUCCESS,
    ON_FAILURE;

    public boolean admits(int status) {
      return this == ALWAYS || (this == ON_SUCCESS) == (status == 0);
    }
  }

  /** A pipeline and the condition for running it. */
  public record Step(Connector connector, Pipeline pipeline) {}

  /** Commands that read what the one before writes. */
  public record Pipeline(boolean negated, List<Command> commands) {
    public Pipeline {
      commands = List.copyOf(commands);
    }
  }

  /** One command; without words it only assigns. */
  public record Command(List<Assignment> assignments, List<Word> words, List<Redirect> redirects) {
    public Command {
      assignments = List.copyOf(assignments);
      words = List.copyOf(words);
      redirects = List.copyOf(redirects);
    }

    boolean isEmpty() {
      return assignments.isEmpty() && words.isEmpty() && redirects.isEmpty();
    }
  }

  /** A word before expansion. */
  public record Word(List<Part> parts) {
    public Word {
      parts = List.copyOf(parts);
    }
  }

  /** {@code NAME=value}. */
  public record Assignment(String name, Word value) {}

  /** A stream sent elsewhere; the target of {@link Channel#ERROR_TO_OUTPUT} is empty. */
  public record Redirect(Channel channel, Word target) {}

  /** What a redirection moves. */
  public enum Channel {
    INPUT("<"),
    OUTPUT(">"),
    OUTPUT_APPENDED(">>"),
    ERROR("2>"),
    ERROR_APPENDED("2>>"),
    OUTPUT_AND_ERROR("&>"),
    ERROR_TO_OUTPUT("2>&1");

    private final String symbol;

    Channel(String symbol) {
      this.symbol = symbol;
    }

    static Channel of(String symbol) {
      for (Channel channel : values()) {
        if (channel.symbol.equals(symbol)) {
          return channel;
        }
      }
      throw new IllegalArgumentException("not a redirection: " + symbol);
    }
  }
}
