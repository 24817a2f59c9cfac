// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.jline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Cursor;
import org.jline.terminal.MouseEvent;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalExt;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.ColorPalette;
import org.jline.utils.InfoCmp;
import org.jline.utils.NonBlockingReader;

/**
 * The terminal of JLine 3.30 that passes everything on, and has {@link MeasuredTerminal} told of
 * reads, flushes, and the start and end of a line.
 *
 * <p>It is there because a proxy takes Java some twenty milliseconds to make, in which the shell
 * has no prompt. Only to be used where {@link MeasuredTerminal} has found JLine's interfaces to be
 * those that it implements.
 */
@SuppressWarnings("deprecation") // passes on what JLine has deprecated, too
final class PlainTerminal implements TerminalExt, MeasuredTerminal.Wrapping {

  private final TerminalExt terminal;
  private final MeasuredTerminal observer;

  PlainTerminal(TerminalExt terminal, MeasuredTerminal observer) {
    this.terminal = terminal;
    this.observer = observer;
  }

  @Override
  public String getName() {
    return terminal.getName();
  }

  @Override
  public Terminal.SignalHandler handle(Terminal.Signal signal, Terminal.SignalHandler handler) {
    return terminal.handle(signal, handler);
  }

  @Override
  public void raise(Terminal.Signal signal) {
    terminal.raise(signal);
  }

  @Override
  public NonBlockingReader reader() {
    return observer.reader();
  }

  @Override
  public PrintWriter writer() {
    return terminal.writer();
  }

  @Override
  public Charset encoding() {
    return terminal.encoding();
  }

  @Override
  public Charset inputEncoding() {
    return terminal.inputEncoding();
  }

  @Override
  public Charset outputEncoding() {
    return terminal.outputEncoding();
  }

  @Override
  public Charset stdinEncoding() {
    return terminal.stdinEncoding();
  }

  @Override
  public Charset stdoutEncoding() {
    return terminal.stdoutEncoding();
  }

  @Override
  public Charset stderrEncoding() {
    return terminal.stderrEncoding();
  }

  @Override
  public InputStream input() {
    return terminal.input();
  }

  @Override
  public OutputStream output() {
    return terminal.output();
  }

  @Override
  public boolean canPauseResume() {
    return terminal.canPauseResume();
  }

  @Override
  public void pause() {
    terminal.pause();
  }

  @Override
  public void pause(boolean on) throws InterruptedException {
    terminal.pause(on);
  }

  @Override
  public void resume() {
    terminal.resume();
  }

  @Override
  public boolean paused() {
    return terminal.paused();
  }

  @Override
  public Attributes enterRawMode() {
    observer.lineStarts();
    return terminal.enterRawMode();
  }

  @Override
  public boolean echo() {
    return terminal.echo();
  }

  @Override
  public boolean echo(boolean on) {
    return terminal.echo(on);
  }

  @Override
  public Attributes getAttributes() {
    return terminal.getAttributes();
  }

  @Override
  public void setAttributes(Attributes attributes) {
    observer.lineEnds();
    terminal.setAttributes(attributes);
  }

  @Override
  public Size getSize() {
    return observer.seen(terminal.getSize());
  }

  @Override
  public void setSize(Size size) {
    terminal.setSize(size);
  }

  @Override
  public int getWidth() {
    return terminal.getWidth();
  }

  @Override
  public int getHeight() {
    return terminal.getHeight();
  }

  @Override
  public Size getBufferSize() {
    return observer.seen(terminal.getBufferSize());
  }

  @Override
  public void flush() {
    observer.flush();
  }

  @Override
  public String getType() {
    return terminal.getType();
  }

  @Override
  public boolean puts(InfoCmp.Capability capability, Object... parameters) {
    return terminal.puts(capability, parameters);
  }

  @Override
  public boolean getBooleanCapability(InfoCmp.Capability capability) {
    return terminal.getBooleanCapability(capability);
  }

  @Override
  public Integer getNumericCapability(InfoCmp.Capability capability) {
    return terminal.getNumericCapability(capability);
  }

  @Override
  public String getStringCapability(InfoCmp.Capability capability) {
    return terminal.getStringCapability(capability);
  }

  @Override
  public Cursor getCursorPosition(IntConsumer discarded) {
    return terminal.getCursorPosition(discarded);
  }

  @Override
  public boolean hasMouseSupport() {
    return terminal.hasMouseSupport();
  }

  @Override
  public boolean trackMouse(Terminal.MouseTracking tracking) {
    return terminal.trackMouse(tracking);
  }

  @Override
  public Terminal.MouseTracking getCurrentMouseTracking() {
    return terminal.getCurrentMouseTracking();
  }

  @Override
  public MouseEvent readMouseEvent() {
    return terminal.readMouseEvent();
  }

  @Override
  public MouseEvent readMouseEvent(IntSupplier input) {
    return terminal.readMouseEvent(input);
  }

  @Override
  public MouseEvent readMouseEvent(String prefix) {
    return terminal.readMouseEvent(prefix);
  }

  @Override
  public MouseEvent readMouseEvent(IntSupplier input, String prefix) {
    return terminal.readMouseEvent(input, prefix);
  }

  @Override
  public boolean hasFocusSupport() {
    return terminal.hasFocusSupport();
  }

  @Override
  public boolean trackFocus(boolean on) {
    return terminal.trackFocus(on);
  }

  @Override
  public ColorPalette getPalette() {
    return terminal.getPalette();
  }

  @Override
  public int getDefaultForegroundColor() {
    return terminal.getDefaultForegroundColor();
  }

  @Override
  public int getDefaultBackgroundColor() {
    return terminal.getDefaultBackgroundColor();
  }

  @Override
  public TerminalProvider getProvider() {
    return terminal.getProvider();
  }

  @Override
  public SystemStream getSystemStream() {
    return terminal.getSystemStream();
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }

  @Override
  public MeasuredTerminal observer() {
    return observer;
  }
}
