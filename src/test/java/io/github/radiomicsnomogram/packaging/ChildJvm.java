package io.github.radiomicsnomogram.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A Java process of its own.
 *
 * @param exitCode 0 if all went well
 * @param out what it wrote to stdout
 * @param err what it wrote to stderr
 */
record ChildJvm(int exitCode, String out, String err) {

	private static final int SECONDS = 600;

	/** Runs a class with nothing but a class path; no screen. */
	static ChildJvm run(final List<Path> classPath, final String mainClass, final List<String> arguments) {
		final List<String> command = new ArrayList<>(List.of("-cp", classPath.stream().map(Path::toString).collect(Collectors
			.joining(File.pathSeparator)), mainClass));
		command.addAll(arguments);
		return start(command);
	}

	/** Runs a jar by itself; no screen. */
	static ChildJvm runJar(final Path jar, final List<String> arguments) {
		final List<String> command = new ArrayList<>(List.of("-jar", jar.toString()));
		command.addAll(arguments);
		return start(command);
	}

	private static ChildJvm start(final List<String> arguments) {
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
			.toString(), "-Djava.awt.headless=true"));
		command.addAll(arguments);
		return run(new ProcessBuilder(command));
	}

	/** Runs what starts a Java process, to its end. */
	static ChildJvm run(final ProcessBuilder builder) {
		try {
			final Path out = Files.createTempFile("child", ".out"), err = Files.createTempFile("child", ".err");
			try {
				final Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
				if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
					process.destroyForcibly();
					throw new AssertionError("still running after " + SECONDS + " s: " + builder.command() + "\n" + Files
						.readString(err));
				}
				return new ChildJvm(process.exitValue(), Files.readString(out), Files.readString(err));
			}
			finally {
				Files.delete(out);
				Files.delete(err);
			}
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}
}
