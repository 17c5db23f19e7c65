"""Parts of pages. Text of users and of the graph goes through `ui.components.plain` on its way to a page."""
