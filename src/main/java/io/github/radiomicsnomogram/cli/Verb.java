package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import net.imglib2.parallel.Parallelization;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all verbs share: threads, stack traces on request, where to write. */
abstract class Verb implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Option(names = "--threads", paramLabel = "N", description = {
		"Threads to compute with (default: all processors). Results don't depend on it." })
	private Integer threads;

	@Option(names = "--debug", description = "Print a stack trace if something goes wrong.")
	private boolean debug;

	/** Does the work; output for the user goes to {@link #out()}. */
	abstract void execute();

	@Override
	public final Integer call() {
		if (threads != null && threads < 1) throw usage("--threads must be 1 or more, not " + threads + ".");
		try {
			// Left to itself the library takes one less.
			Parallelization.runWithNumThreads(threads == null ? Runtime.getRuntime().availableProcessors() : threads,
				this::execute);
		}
		catch (final OutOfMemoryError e) {
			throw new InputException("Out of memory (" + Runtime.getRuntime().maxMemory() / (1 << 20) +
				" MB). Give Java more: java -Xmx8g -jar ...", e);
		}
		return Main.OK;
	}

	/** Whether the user wants stack traces. */
	final boolean isDebugging() {
		return debug;
	}

	/** For what was asked. */
	final PrintWriter out() {
		return spec.commandLine().getOut();
	}

	/** For messages. */
	final PrintWriter err() {
		return spec.commandLine().getErr();
	}

	/** Whether somebody at a terminal sees the messages. */
	final boolean isWatched() {
		return spec.root().userObject() instanceof Main main && main.isWatched();
	}

	/** Long work's ear and brake: Ctrl-C stops it, and who watches sees how far it is. */
	final Interrupt interrupt() {
		return new Interrupt(err(), isWatched());
	}

	/** Tells the user something that doesn't stop the work. */
	final void warn(final String message) {
		spec.commandLine().getErr().println("Warning: " + message);
	}

	/** The exception for a wrong command line. */
	final ParameterException usage(final String message) {
		return new ParameterException(spec.commandLine(), message);
	}
}
