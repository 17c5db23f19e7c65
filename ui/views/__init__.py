"""The pages; each file is a script that Streamlit runs from top to bottom, and `ui.app` lists them."""
