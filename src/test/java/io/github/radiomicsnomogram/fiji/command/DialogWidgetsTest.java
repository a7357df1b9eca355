package io.github.radiomicsnomogram.fiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.fiji.ForeignCommand;

import java.awt.Component;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.widget.AbstractInputPanel;
import org.scijava.widget.InputWidget;
import org.scijava.widget.WidgetModel;
import org.scijava.widget.WidgetService;

/** What Fiji's dialogs of the commands consist of; without a screen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DialogWidgetsTest {

	private Context context;

	@BeforeAll
	void start() {
		context = new Context(CommandService.class, WidgetService.class);
	}

	@AfterAll
	void stop() {
		context.dispose();
	}

	/** As SciJava's Swing dialogs: it takes widgets that are panels. */
	private static final class SwingPanel extends AbstractInputPanel<JPanel, JPanel> {

		@Override
		public Class<JPanel> getWidgetComponentType() {
			return JPanel.class;
		}

		@Override
		public JPanel getComponent() {
			return new JPanel();
		}

		@Override
		public Class<JPanel> getComponentType() {
			return JPanel.class;
		}
	}

	private WidgetModel model(final Module module, final String input) {
		return context.service(WidgetService.class).createModel(new SwingPanel(), module, module.getInfo().getInput(input), List.of());
	}

	private Module module(final Class<? extends Command> type) {
		return context.service(ModuleService.class).createModule(new CommandInfo(type));
	}

	private static <C extends JComponent> C part(final InputWidget<?, ?> widget, final Class<C> type) {
		final List<Component> parts = Arrays.asList(((JPanel) widget.getComponent()).getComponents());
		return parts.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
	}

	/** Every style there is, so that a new one is not forgotten. */
	@Test
	void everyPathHasAFieldAndAButton() {
		final TreeSet<String> styles = new TreeSet<>();
		for (final CommandInfo command : context.service(CommandService.class).getCommands()) {
			if (!OwnCommands.has(command)) continue;
			final Module module = context.service(ModuleService.class).createModule(command);
			for (final ModuleItem<?> input : command.inputs()) {
				if (input.getWidgetStyle() == null || input.getWidgetStyle().isEmpty()) continue;
				styles.add(input.getWidgetStyle());
				final InputWidget<?, ?> widget = assertInstanceOf(PathWidget.class, context.service(WidgetService.class).create(model(
					module, input.getName())), command + ": " + input.getName());
				assertEquals(JPanel.class, widget.getComponentType());
				assertEquals(input.getValue(module), part(widget, JTextField.class).getText());
				assertEquals("Browse...", part(widget, JButton.class).getText());
			}
		}
		assertEquals(new TreeSet<>(List.of(PathWidget.FILE, PathWidget.SAVE, PathWidget.FOLDER)), styles);
	}

	@Test
	void whatIsTypedIsTheInput() {
		final Module module = module(PredictRisk.class);
		final WidgetModel model = model(module, "model");
		final InputWidget<?, ?> widget = context.service(WidgetService.class).create(model);
		assertEquals("zhang-2021", widget.getValue());
		part(widget, JTextField.class).setText("/some folder/my model.json");
		assertEquals("/some folder/my model.json", module.getInput("model"));
		assertTrue(part(widget, JTextField.class).getToolTipText().contains("model file of your own"));
	}

	@Test
	void aMessageIsALine() {
		final InputWidget<?, ?> widget = context.service(WidgetService.class).create(model(module(PredictRisk.class), "use"));
		assertInstanceOf(NoteWidget.class, widget);
		assertTrue(widget.isMessage());
		assertFalse(widget.isLabeled());
		assertEquals(Software.USE, part(widget, JLabel.class).getText());
	}

	@Test
	void otherPluginsKeepTheirWidgets() {
		final WidgetModel model = model(module(ForeignCommand.class), "path");
		assertFalse(OwnCommands.has(new CommandInfo("some.other.Command")));
		assertFalse(new PathWidget().supports(model));
		assertFalse(new NoteWidget().supports(model(module(ForeignCommand.class), "message")));
		assertFalse(new PathWidget().supports(model(module(PredictRisk.class), "roi_name")));
		assertFalse(new PathWidget().supports(model(module(PredictRisk.class), "roi_source")));
	}
}
