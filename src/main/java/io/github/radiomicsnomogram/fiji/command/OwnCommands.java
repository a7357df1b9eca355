package io.github.radiomicsnomogram.fiji.command;

import org.scijava.module.ModuleInfo;

/** Tells this package's commands, whose dialogs and outputs it shapes, from all others, which it leaves alone. */
final class OwnCommands {

	private static final String PACKAGE = OwnCommands.class.getPackageName() + ".";

	private OwnCommands() {}

	/** Whether a module is a command of this package. */
	static boolean has(final ModuleInfo info) {
		final String name = info.getDelegateClassName();
		return name != null && name.startsWith(PACKAGE);
	}
}
