package io.github.radiomicsnomogram.fiji.command;

import java.awt.FlowLayout;

import javax.swing.JLabel;
import javax.swing.JPanel;

import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import org.scijava.widget.AbstractInputWidget;
import org.scijava.widget.InputWidget;
import org.scijava.widget.MessageWidget;
import org.scijava.widget.WidgetModel;

/**
 * A line of text in a dialog of this package's commands. SciJava's own is an HTML page, which asks for several lines
 * before it knows its width: a gap in the dialog.
 */
@Plugin(type = InputWidget.class, priority = Priority.VERY_HIGH)
public final class NoteWidget extends AbstractInputWidget<String, JPanel> implements MessageWidget<JPanel> {

	private JPanel panel;

	@Override
	public boolean supports(final WidgetModel model) {
		return super.supports(model) && model.isMessage() && OwnCommands.has(model.getModule().getInfo());
	}

	@Override
	public void set(final WidgetModel model) {
		super.set(model);
		panel = new JPanel(new FlowLayout(FlowLayout.CENTER, 0, 0));
		panel.add(new JLabel(model.getText()));
	}

	@Override
	public String getValue() {
		return null;
	}

	/** The text of a message never changes. */
	@Override
	public void refreshWidget() {}

	@Override
	public boolean isLabeled() {
		return false;
	}

	@Override
	public boolean isMessage() {
		return true;
	}

	@Override
	public JPanel getComponent() {
		return panel;
	}

	@Override
	public Class<JPanel> getComponentType() {
		return JPanel.class;
	}
}
