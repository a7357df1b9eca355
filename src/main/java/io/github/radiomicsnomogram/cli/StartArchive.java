package io.github.radiomicsnomogram.cli;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes the archive of loaded classes that lets this Java start this jar much sooner: class data sharing, from Java 24 on
 * an ahead-of-time cache (JEP 483). A {@link Rehearsal} tells which classes. The archive appears when it is whole; an
 * empty one says that it can't be made, so that nobody tries again and again. The launcher calls this.
 */
final class StartArchive {

	/** From here on Java has ahead-of-time caches. */
	private static final int CACHES = 24;
	private static final long PATIENCE_MINUTES = 10;
	private static final String REHEARSAL = "io.github.radiomicsnomogram.cli.Rehearsal";

	private StartArchive() {}

	/** @param args the archive's file, in a folder that exists */
	public static void main(final String... args) throws IOException, URISyntaxException, InterruptedException {
		final Path archive = Path.of(args[0]);
		final Path jar = Path.of(StartArchive.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		final Path lock = Path.of(args[0] + ".lock");
		try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
				FileLock held = channel.tryLock())
		{
			if (held != null && !isCurrent(archive, jar)) make(archive, jar);
		}
	}

	/** Whether somebody else has made it by now. */
	private static boolean isCurrent(final Path archive, final Path jar) throws IOException {
		return Files.exists(archive) && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) >= 0;
	}

	private static void make(final Path archive, final Path jar) throws IOException, InterruptedException {
		final Path folder = Files.createTempDirectory(archive.toAbsolutePath().getParent(), "making");
		final Thread cleaning = new Thread(() -> delete(folder));
		Runtime.getRuntime().addShutdownHook(cleaning);
		final Path made = folder.resolve("archive");
		if (!rehearse(jar, folder, made) || !Files.exists(made)) Files.write(made, new byte[0]);
		Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private static boolean rehearse(final Path jar, final Path folder, final Path made) throws IOException,
		InterruptedException
	{
		final String seen = folder.resolve("seen").toString(), work = Files.createDirectory(folder.resolve("work"))
			.toString();
		final boolean caches = Runtime.version().feature() >= CACHES;
		final List<String> watch = caches ? List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + seen) : List.of(
			"-XX:DumpLoadedClassList=" + seen);
		final List<String> dump = caches ? List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + seen, "-XX:AOTCache=" +
			made) : List.of("-Xshare:dump", "-XX:SharedClassListFile=" + seen, "-XX:SharedArchiveFile=" + made);
		return java(jar, watch, REHEARSAL, work) && java(jar, dump);
	}

	private static boolean java(final Path jar, final List<String> options, final String... rest) throws IOException,
		InterruptedException
	{
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
			.toString()));
		command.addAll(options);
		command.addAll(List.of("-cp", jar.toString()));
		command.addAll(List.of(rest));
		final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(
			ProcessBuilder.Redirect.DISCARD);
		// Options that are meant for the user's work, the size of its memory for one.
		builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
		final Process process = builder.start();
		try {
			return process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
		}
		finally {
			process.destroy();
		}
	}

	private static void delete(final Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
		}
		catch (final IOException e) {
			// What is left in the cache does no harm.
		}
	}
}
