package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.Software;

/** Entry point of the command line. */
public final class Main {

	private Main() {}

	public static void main(final String[] args) {
		System.out.println(Software.version());
	}
}
