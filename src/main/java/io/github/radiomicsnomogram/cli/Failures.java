package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Software;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into a message and an exit code; a stack trace only where asked for with --debug. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

	@Override
	public int handleExecutionException(final Exception e, final CommandLine command, final ParseResult parsed) {
		final PrintWriter err = command.getErr();
		final boolean debug = command.getCommand() instanceof Verb verb && verb.isDebugging();
		final int code;
		if (e instanceof InputException) {
			err.println(e.getMessage());
			code = Main.REFUSED;
		}
		else if (e instanceof CancellationException) {
			err.println("Cancelled.");
			code = Main.REFUSED;
		}
		else {
			err.println("A fault of " + Software.NAME + " " + Software.version() + ": " + e +
				". Please report it, with what --debug prints.");
			code = Main.FAULT;
		}
		if (debug) e.printStackTrace(err);
		return code;
	}

	@Override
	public int handleParseException(final ParameterException e, final String[] args) {
		final CommandLine command = e.getCommandLine();
		final PrintWriter err = command.getErr();
		err.println(e.getMessage());
		UnmatchedArgumentException.printSuggestions(e, err);
		err.println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
		return Main.USAGE;
	}
}
