package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.Software;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.Charset;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line. Exit codes: {@value #OK} all went well, {@value #REFUSED} the input was refused or a file could not
 * be written, {@value #USAGE} the command line is wrong, {@value #FAULT} a fault of this software. What was asked for goes
 * to stdout, everything else to stderr.
 */
@Command(name = "radiomics-nomogram", scope = ScopeType.INHERIT, mixinStandardHelpOptions = true,
	versionProvider = Main.Version.class, sortOptions = false, usageHelpAutoWidth = true, description = {
		"Radiomics features, published signatures and nomograms for CT." }, footer = { "", Software.USE,
			"Exit codes: 0 done, 1 input refused or output not writable, 2 wrong usage, 3 a fault of this software." })
public final class Main implements Runnable {

	/** All went well. */
	public static final int OK = 0;
	/** The input was refused, or the output could not be written; the message says why. */
	public static final int REFUSED = 1;
	/** The command line is wrong. */
	public static final int USAGE = 2;
	/** A fault of this software. */
	public static final int FAULT = 3;

	/** Whether somebody at a terminal sees the messages. */
	private final boolean watched;

	@Spec
	private CommandSpec spec;

	private Main(final boolean watched) {
		this.watched = watched;
	}

	/** Runs the command line and ends the process. */
	public static void main(final String[] args) {
		System.setProperty("java.awt.headless", "true");
		final Charset console = Charset.defaultCharset();
		final PrintWriter out = new PrintWriter(System.out, true, console), err = new PrintWriter(System.err, true, console);
		System.exit(run(out, err, isTerminal(System.console()), args));
	}

	/**
	 * Runs the command line.
	 *
	 * @param out for what was asked
	 * @param err for messages
	 * @return the exit code
	 */
	public static int run(final PrintWriter out, final PrintWriter err, final String... args) {
		return run(out, err, false, args);
	}

	private static int run(final PrintWriter out, final PrintWriter err, final boolean watched, final String... args) {
		final CommandLine line = new CommandLine(new Main(watched));
		Verbs.add(line, args);
		line.setOut(out).setErr(err);
		line.setExecutionExceptionHandler(new Failures());
		line.setParameterExceptionHandler(new Failures());
		try {
			return line.execute(args);
		}
		finally {
			out.flush();
			err.flush();
		}
	}

	/** Whether a console is one that somebody sees; from Java 22 on there always is a console, which has to be asked. */
	private static boolean isTerminal(final Console console) {
		try {
			return console != null && (Runtime.version().feature() < 22 || (boolean) Console.class.getMethod("isTerminal").invoke(
				console));
		}
		catch (final ReflectiveOperationException e) {
			return false;
		}
	}

	/** Whether somebody at a terminal sees the messages. */
	boolean isWatched() {
		return watched;
	}

	@Override
	public void run() {
		throw new ParameterException(spec.commandLine(), "Say what to do: " + String.join(" or ", spec.subcommands()
			.keySet()) + ".");
	}

	/** What --version prints. */
	static final class Version implements IVersionProvider {

		@Override
		public String[] getVersion() {
			return new String[] { Software.NAME + " " + Software.version() };
		}
	}
}
