import "./state.js";
